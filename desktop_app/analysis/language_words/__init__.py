"""The words that stand around names in the press of one language each; words only."""
