"""What fetching without somebody who looks on needs: lists of addresses, and the sites' wishes."""
