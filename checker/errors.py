"""What a user can get wrong. Each message says what happened, where, and what to do."""


class SubeditorError(Exception):
    """A mistake that the user can mend; shown as a sentence, never as a traceback."""


class ArticleError(SubeditorError):
    """One article could not be read; the others still are."""


class RuleError(SubeditorError):
    """A rule or lexicon file names something that does not exist. Holds every problem found, one a line."""


class ConfigurationError(SubeditorError):
    """An option or a configuration file is wrong."""
