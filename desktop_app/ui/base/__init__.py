"""What every part of the window stands on: theme, tasks, commands, kept state."""
