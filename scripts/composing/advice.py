"""What the site advises where no rule says it: the only place of these numbers, for pages and scripts alike."""

# Without a written confirmation, the reader asks again so many days after the carrier received the notice.
ASK_AGAIN_DAYS = 7
# No source says when last bills come: the reader looks for it so many months after the last day.
BILL_CHECK_MONTHS = 1
