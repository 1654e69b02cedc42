package studio.saddlepoint.app.lab;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.lab.microscope.Enlarged;
import studio.saddlepoint.lab.microscope.LayerInfo;
import studio.saddlepoint.lab.microscope.LayerLook;
import studio.saddlepoint.lab.microscope.NormSheets;
import studio.saddlepoint.lab.microscope.Side;

/**
 * What the microscope has found.
 *
 * @param step of the weights
 * @param side the network; the generator where there is no discriminator
 * @param beside what is seen beside the layer
 * @param layers of the network
 * @param look at one of them
 * @param sheets where they are asked for and there is batch norm
 * @param enlarged where they are asked for
 */
record MicroscopeShown(
    long step,
    Side side,
    MicroscopeState.Beside beside,
    List<LayerInfo> layers,
    LayerLook look,
    Optional<NormSheets> sheets,
    List<Enlarged> enlarged) {}
