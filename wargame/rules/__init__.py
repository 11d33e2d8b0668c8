"""The rulebook: laws as small scalar functions, one chapter a file, and the stages that apply them."""
