"""One module for each thing a user wants done; joins the layers below."""
