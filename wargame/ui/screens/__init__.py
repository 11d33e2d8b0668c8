"""The screens: menu, choice of a scenario, setup, and the phases of a turn. Each shows a seat's View and nothing else."""
