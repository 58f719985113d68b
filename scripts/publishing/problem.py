"""What stops a publish or a rollback."""


class PublishError(Exception):
    """Something is not as it must be; the text is one line, and `current` is as it was."""
