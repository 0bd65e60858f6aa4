"""Names for identifiers, so that one cannot be passed for another."""

from typing import NewType

CaptureId = NewType("CaptureId", str)
"""SHA-256 of the stored bytes, 64 hexadecimal digits."""

ClaimId = NewType("ClaimId", str)
"""Hash of a claim's content, capture and span; 16 hexadecimal digits."""

GroupId = NewType("GroupId", str)
"""Hash of the claims that speak about one fact; 16 hexadecimal digits."""
