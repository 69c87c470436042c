"""Pictures of many articles: drawn once as SVG, which PNG and PDF are made of."""
