"""The theme: colours by what they are for, type, boxes, icons and patterns, at one scale."""
