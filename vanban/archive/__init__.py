"""Archives: documents packed so that anybody can prove in twenty years that they are what they were."""

from vanban.archive.model import FileOfDocuments, Packed, Proof
from vanban.archive.packing import make_package
from vanban.archive.verifying import Verified, verify_package

__all__ = ["FileOfDocuments", "Packed", "Proof", "Verified", "make_package", "verify_package"]
