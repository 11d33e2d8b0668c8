"""The map: what a seat sees of the board.

From the data to the screen, a file a step:

* `atlas` reads `assets/map/europe.json`; `projection` puts latitude and longitude on its sheet.
* `board` lays a scenario on the atlas: which ground each place is drawn as, tokens and boxes for the others.
* `camps` reads from the bodies who belongs with whom; `situation` takes from a State what is shown.
* `overlays` gives places colours and figures; what they read is worked out by the rules (`readings`).
* `tracing`, `fields`, `strokes` and `tiles` draw the sheet in three layers (land, light, cover), a tile at a time.
* `stacks`, `labels`, `watermarks` and `layout` place counters and names so that nothing overlaps; `mosaic` knows whose each spot is.
* `symbols`, `counters`, `panels`, `key`, `opened` and `scene` are the pictures that stand on the sheet and round it.
* `view` holds all of it together: `MapView.draw(surface, camera)`, `pick`, `stack_at`, `open`, `show`.

How it looks is set in `tokens` alone. How a window uses it:

    view = MapView(board_of(the_atlas(), scenario), Shown(situation, picture, heading), size, ui)
    view.draw(surface, view.camera.zoomed(2, *cursor))
    place = view.pick(*cursor)

What is drawn is cached: by scale and tile (the two layers that never change), by scale (geometry, layout), by look
(cards, words). `show` with another situation keeps the first two. Only what pygame and pygame-ce have in common is used.
"""
