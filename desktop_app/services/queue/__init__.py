"""Fetching many addresses and watched pages, politely and without somebody who looks on."""
