package studio.saddlepoint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import studio.saddlepoint.core.ProgramVersion;
import studio.saddlepoint.torch.EngineReport;
import studio.saddlepoint.torch.TorchEngine;

/** Tells what computes here, and why no GPU does. */
@Command(
    name = "engine",
    description =
        "Tells what computes here: the engine's version, device, threads and folder, what was decided about convolutions, and why there is no GPU.")
final class EngineCommand implements Callable<Integer> {
  private final CommandOutput console;

  EngineCommand(CommandOutput console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TorchEngine.start(console);
    EngineReport report = EngineReport.here();
    console.result(
        document(report),
        "Saddlepoint " + ProgramVersion.words() + System.lineSeparator() + report.text().strip());
    return Main.DONE;
  }

  private static Map<String, Object> document(EngineReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("saddlepoint", ProgramVersion.words());
    document.put("pytorch", report.version());
    document.put("flavour", report.flavour());
    document.put("gpus", report.gpus());
    document.put("whyNoGpu", report.whyNoGpu());
    document.put("threads", report.threads());
    document.put("threadsGiven", report.threadsGiven());
    document.put("processors", report.processors());
    document.put("convolutions", report.convolutions());
    document.put("cache", report.cache().toString());
    document.put("cacheBytes", report.cacheBytes());
    document.put("java", report.java());
    document.put("system", report.system());
    return document;
  }
}
