"""How much one upload may cost."""

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 64_000_000
MOST_SIDE = 16_000
"""Phones make photos of up to 50 million pixels unless told to make larger ones."""
MOST_PDF_PAGES = 20
MOST_PDF_OBJECTS = 20_000

READ_SIDE = 3_000
"""Pixels on the longer side of a kept picture: about 250 an inch on A4, so small print can be read."""
SMALL_SIDE = 320

MEMORY_BYTES = 1536 * 1024 * 1024
CPU_SECONDS = 20
PATIENCE_SECONDS = 25.0
AT_ONCE = 2
WAITING = 16
