"""From the outside world to raw bytes: addresses, files, clipboard data. The only HTTP code."""
