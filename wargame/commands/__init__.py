"""What the commands do, one file a group; imported only when its command runs."""
