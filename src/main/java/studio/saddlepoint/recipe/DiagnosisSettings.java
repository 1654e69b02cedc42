package studio.saddlepoint.recipe;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The settings of what watches a training: when it looks, and from where on it says that something
 * is wrong. What is learnt does not depend on them.
 *
 * @param enabled whether it is watched
 * @param every steps between two looks, at least
 * @param budget share of the training's time that looks may take, in percent
 * @param pictures generated pictures of a look
 * @param after real images seen before anything but divergence is told
 * @param looks looks in a row that begin or end a finding
 * @param lostClass part of a class's share of the data below which it is lost
 * @param diversity distance between fakes over that between real pictures below which they are too
 *     alike
 * @param vanishing part of the generator's gradient below which it has vanished
 * @param strong share of pairs ranked rightly above which the discriminator may be too strong
 * @param weak share of pairs ranked rightly below which the discriminator may be too weak
 * @param far energy distance from which fakes are far from the data
 * @param swing energy distance by which fakes swing
 * @param checkerboard energy at period two over that of the data
 * @param overfitting how far held-out pictures are judged like fakes
 * @param copies share of fakes that are copies
 * @param patience looks without progress
 * @param slow part of the way to the data made over all looks
 * @param lopsided difference of precision and recall
 * @param activeUnits share of a VAE's code that is used
 */
public record DiagnosisSettings(
    @Parameter(
            label = "Watch the training",
            value = "true",
            help =
                "Looks at pictures and outputs now and then and says what goes wrong. It changes nothing of what is learnt.")
        boolean enabled,
    @Parameter(
            label = "Look every",
            value = "100",
            min = 1,
            max = 1e9,
            unit = "steps",
            live = true,
            advanced = true,
            help = "Steps between two looks, at least; the budget may make them fewer.")
        long every,
    @Parameter(
            label = "Share of the time",
            value = "2",
            min = 0.01,
            max = 50,
            unit = "%",
            live = true,
            advanced = true,
            help =
                "The most of the training's time that looks may take; where one takes longer, the next waits longer.")
        double budget,
    @Parameter(
            label = "Pictures of a look",
            value = "256",
            min = 32,
            max = 4096,
            unit = "pictures",
            advanced = true,
            help =
                "Generated pictures of a look, and as many real ones. More tell rare classes better and take longer.")
        int pictures,
    @Parameter(
            label = "Not before",
            value = "20000",
            min = 0,
            max = 1e9,
            unit = "images",
            live = true,
            advanced = true,
            help =
                "Real images that must have been seen first: every training begins with noise, which looks like many faults. Divergence is told at once.")
        long after,
    @Parameter(
            label = "Looks in a row",
            value = "3",
            min = 1,
            max = 50,
            unit = "looks",
            live = true,
            advanced = true,
            help =
                "Looks in a row that must show a fault before it is told, and be free of it before it is told as over.")
        int looks,
    @Parameter(
            label = "Lost class",
            value = "0.1",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Collapse between classes: a class counts as lost where its share of the fakes is below this part of its share of the data.")
        double lostClass,
    @Parameter(
            label = "Least diversity",
            value = "0.5",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Collapse within classes: mean distance between two fakes, over that between two real pictures, below which they are too alike.")
        double diversity,
    @Parameter(
            label = "Vanishing gradient",
            value = "0.01",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "The generator's gradient counts as vanished below this part: of what its loss passes on, or of its own norm before.")
        double vanishing,
    @Parameter(
            label = "Too strong",
            value = "0.999",
            min = 0.5,
            max = 1,
            live = true,
            advanced = true,
            help =
                "The discriminator is too strong where it ranks more than this share of pairs of a real and a fake picture rightly and the fakes do not come nearer to the data.")
        double strong,
    @Parameter(
            label = "Too weak",
            value = "0.6",
            min = 0.5,
            max = 1,
            live = true,
            advanced = true,
            help =
                "The discriminator is too weak where it ranks less than this share of pairs rightly although the fakes are far from the data.")
        double weak,
    @Parameter(
            label = "Far from the data",
            value = "0.1",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Energy distance from which fakes count as far from the data: 0 is no difference, 1 the largest.")
        double far,
    @Parameter(
            label = "Oscillation",
            value = "0.15",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Energy distance by which the fakes must come nearer and go away again, time after time, to count as oscillation.")
        double swing,
    @Parameter(
            label = "Checkerboard",
            value = "3",
            min = 1,
            max = 1e6,
            unit = "times",
            live = true,
            advanced = true,
            help =
                "Energy that repeats every second pixel, over that of the data, above which fakes have a checkerboard.")
        double checkerboard,
    @Parameter(
            label = "Over-fitted discriminator",
            value = "0.5",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "How far held-out pictures are judged like fakes: 0 is like training pictures, 1 like fakes (r_v of Karras et al. 2020).")
        double overfitting,
    @Parameter(
            label = "Memorisation",
            value = "0.3",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Share of fakes that are much nearer to a training picture than to any held out, above which the generator copies.")
        double copies,
    @Parameter(
            label = "Plateau",
            value = "20",
            min = 3,
            max = 100000,
            unit = "looks",
            live = true,
            advanced = true,
            help = "Looks without a better picture after which a training is said to stand still.")
        int patience,
    @Parameter(
            label = "Slow",
            value = "0.05",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Convergence is slow where the fakes came nearer to the data by less than this part of the way over all looks.")
        double slow,
    @Parameter(
            label = "Precision against recall",
            value = "0.5",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "How far precision and recall may be apart before the training is said to generalise too much, or too little.")
        double lopsided,
    @Parameter(
            label = "Active units",
            value = "0.1",
            min = 0,
            max = 1,
            live = true,
            advanced = true,
            help =
                "Posterior collapse: share of a VAE's code that differs between pictures below which it is hardly used.")
        double activeUnits) {}
