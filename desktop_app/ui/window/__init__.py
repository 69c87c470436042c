"""The main window: what stands where, its menus, and the dialogs that belong to no part."""
