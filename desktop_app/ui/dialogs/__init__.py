"""Dialogs and pages that belong to no one part: settings, export, doctor, palette, welcome."""
