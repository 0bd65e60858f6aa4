"""The system lived through by invented people, month by month; never evidence."""
