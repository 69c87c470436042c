"""What the user's browsers send to the window, and which of them may."""
