"""The queue of addresses in the window: what works through it, and the page that shows it."""
