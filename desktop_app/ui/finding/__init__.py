"""The search field with what helps it: completion, chips, facets, saved searches."""
