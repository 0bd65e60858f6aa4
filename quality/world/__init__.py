"""How the simulated world compares with public aggregates, and whether it keeps its bounds."""
