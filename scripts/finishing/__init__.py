"""Finishing: from built pages to a site that is complete, checked and in its place."""
