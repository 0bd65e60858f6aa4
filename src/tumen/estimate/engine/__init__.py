"""The engine: stocks and flows by month, figures as written, and what they add up to."""
