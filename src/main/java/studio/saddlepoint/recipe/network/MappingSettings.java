package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The mapping network of a style-based generator (Karras et al. 2019, section 2).
 *
 * @param layers its dense layers
 */
public record MappingSettings(
    @Parameter(
            label = "Mapping layers",
            value = "2",
            min = 1,
            max = 16,
            unit = "layers",
            advanced = true,
            help =
                "Dense layers that turn z into the code w of the styles: 8 in StyleGAN, 2 is enough for small pictures (StyleGAN2-ADA).")
        int layers) {}
