"""What is seen: the only room that knows pygame. For now the map (`wargame.ui.map`) and pictures of it (`shot`)."""
