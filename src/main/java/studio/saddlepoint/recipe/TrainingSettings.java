package studio.saddlepoint.recipe;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The settings of a training: how long, how much at a time, and what is kept on the way.
 *
 * @param batchSize real pictures, and as many generated ones, per move of the discriminator;
 *     generated ones per move of the generator
 * @param referenceSize real pictures (and latent vectors) that virtual batch norm compares all
 *     others with
 * @param steps steps until the end; a step is one round of the game
 * @param sampleEvery steps between sample sheets (one is also made at each epoch's end)
 * @param sampleCount pictures on a sample sheet
 * @param checkpointEvery steps between checkpoints
 * @param evaluateEvery steps between quick evaluations that choose the best checkpoint; 0 is off
 * @param evaluateSamples pictures per quick evaluation
 * @param device {@code auto}, {@code cpu}, {@code gpu0}, ...
 * @param channelsLast whether convolutions run in channels-last memory order
 * @param measureLayout whether the faster memory order is measured where a training begins, in
 *     place of {@code channelsLast}
 * @param precision the numbers that convolutions compute with
 * @param tensorBoard whether event files for TensorBoard are written, which changes nothing of what
 *     is learnt
 */
public record TrainingSettings(
    @Parameter(
            label = "Batch size",
            value = "64",
            min = 2,
            max = 4096,
            unit = "pictures",
            live = true,
            help = "Pictures per move of a network.")
        int batchSize,
    @Parameter(
            label = "Reference batch",
            value = "64",
            min = 2,
            max = 1024,
            unit = "pictures",
            advanced = true,
            help = "Virtual batch norm: how many pictures all others are compared with.")
        int referenceSize,
    @Parameter(
            label = "Steps",
            value = "10000",
            min = 1,
            max = 1e9,
            live = true,
            help =
                "Steps until the training ends by itself. In a step the discriminator moves, then"
                    + " the generator, each as often as the method's settings say.")
        long steps,
    @Parameter(
            label = "Sample sheet every",
            value = "100",
            min = 1,
            max = 1e9,
            unit = "steps",
            live = true,
            advanced = true,
            help = "Steps between sample sheets; one is also made at the end of every epoch.")
        long sampleEvery,
    @Parameter(
            label = "Pictures on a sheet",
            value = "64",
            min = 1,
            max = 256,
            advanced = true,
            help = "How many samples from fixed noise a sheet shows.")
        int sampleCount,
    @Parameter(
            label = "Checkpoint every",
            value = "500",
            min = 1,
            max = 1e9,
            unit = "steps",
            live = true,
            advanced = true,
            help = "Steps between checkpoints: what a crash may lose.")
        long checkpointEvery,
    @Parameter(
            label = "Evaluate every",
            value = "1000",
            min = 0,
            max = 1e9,
            unit = "steps",
            live = true,
            advanced = true,
            help =
                "Steps between quick FIDs in the background; the best checkpoint is kept. 0"
                    + " switches it off.")
        long evaluateEvery,
    @Parameter(
            label = "Evaluation samples",
            value = "2048",
            min = 64,
            max = 100000,
            advanced = true,
            help = "Pictures per quick evaluation.")
        int evaluateSamples,
    @Parameter(
            label = "Device",
            value = "auto",
            advanced = true,
            help = "auto, cpu, gpu0, gpu1, ...")
        String device,
    @Parameter(
            label = "Channels last",
            value = "true",
            advanced = true,
            help =
                "Memory order of convolutions: faster on most processors, the same numbers up to"
                    + " rounding.")
        boolean channelsLast,
    @Parameter(
            label = "Measure memory order",
            value = "false",
            advanced = true,
            help =
                "Where a training of 20,000 pictures or more begins, both memory orders are timed"
                    + " for some steps, once for such networks on this computer; the faster one is"
                    + " kept with the run.")
        boolean measureLayout,
    @Parameter(
            label = "Precision",
            value = "float32",
            advanced = true,
            help =
                "The numbers that convolutions compute with: bfloat16 is up to twice as fast where"
                    + " the processor has it, at equal quality. It stays with the run.")
        Precision precision,
    @Parameter(
            label = "TensorBoard",
            value = "false",
            advanced = true,
            help =
                "Writes event files into the run's folder tensorboard, for tensorboard --logdir. It"
                    + " changes nothing of what is learnt.")
        boolean tensorBoard) {}
