package studio.saddlepoint.cli;

import picocli.CommandLine.Command;

/** The commands for a generator's latent space. */
@Command(
    name = "explore",
    description = "Moves through a generator's latent space, and films it or its training.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
final class ExploreCommand {}
