"""What every service stands on: settings, the clock, who listens to progress."""
