package studio.saddlepoint.cli;

import picocli.CommandLine.Command;

/** The commands for data sets. */
@Command(
    name = "data",
    description = "Looks at data sets, and gets well-known ones.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
final class DataCommand {}
