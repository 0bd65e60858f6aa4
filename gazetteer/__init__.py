"""Makes the gazetteers of the codebooks from open GeoNames data; no part of the package."""
