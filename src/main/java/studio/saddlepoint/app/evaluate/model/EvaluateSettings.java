package studio.saddlepoint.app.evaluate.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.ImageFolder;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.MetricGroup;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;
import studio.saddlepoint.recipe.network.GeneratorSettings;

/** The settings of the Evaluate page's form. Knows no controls; for the FX thread. */
public final class EvaluateSettings {
  private final ObjectProperty<ExtractorKind> kind =
      new SimpleObjectProperty<>(ClassifierKind.CLASSIFIER);
  private final ObjectProperty<ReferenceKind> against =
      new SimpleObjectProperty<>(ReferenceKind.TRAIN);
  private final ObjectProperty<Split> curvesAgainst = new SimpleObjectProperty<>(Split.TRAIN);
  private final ObjectProperty<@Nullable Path> reference = new SimpleObjectProperty<>();
  private final IntegerProperty samples = new SimpleIntegerProperty(2048);
  private final DoubleProperty threshold = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
  private final ObjectProperty<WTruncation> inW = new SimpleObjectProperty<>(WTruncation.NONE);
  private final ReadOnlyIntegerWrapper styledLayers = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Optional<KeepBest>> keep =
      new SimpleObjectProperty<>(Optional.empty());
  private final Map<ExtractorKind, ObjectProperty<ExtractorSetting>> set = new LinkedHashMap<>();
  private final Map<MetricGroup, ObjectProperty<Optional<ExtractorKind>>> others =
      new EnumMap<>(MetricGroup.class);
  private final ReadOnlyBooleanWrapper weightsHere = new ReadOnlyBooleanWrapper(true);
  private final Map<Metric, BooleanProperty> wanted = new LinkedHashMap<>();
  private final WeightStore weights;
  private boolean extractorChosen;
  private boolean samplesChosen;
  private boolean metricsChosen;
  private boolean fitting;
  private boolean telling;
  private Runnable changed = () -> {};
  private final ReadOnlyBooleanWrapper free = new ReadOnlyBooleanWrapper(true);

  /**
   * The usual metrics by the data-set classifier against the training data.
   *
   * @param weights where those of published extractors are kept
   */
  EvaluateSettings(WeightStore weights) {
    this.weights = weights;
    for (Metric each : Metrics.ALL) {
      wanted.put(each, new SimpleBooleanProperty(Metrics.USUAL.contains(each)));
    }
    for (ExtractorKind each : Extractors.ALL) {
      set.put(each, new SimpleObjectProperty<>(each.usualSetting()));
    }
    for (MetricGroup each : MetricGroup.values()) {
      ObjectProperty<Optional<ExtractorKind>> other = new SimpleObjectProperty<>(Optional.empty());
      other.addListener(
          p -> {
            lookForWeights();
            changed();
          });
      others.put(each, other);
    }
    kind.addListener((p, old, now) -> lookForWeights());
    kind.addListener(p -> chosen(() -> extractorChosen = true));
    samples.addListener(p -> chosen(() -> samplesChosen = true));
    wanted.values().forEach(each -> each.addListener(p -> chosen(() -> metricsChosen = true)));
    for (Observable each : List.of(against, threshold, inW, keep)) {
      each.addListener(p -> changed());
    }
    set.values().forEach(each -> each.addListener(p -> changed()));
    against.addListener((p, old, now) -> forgetOther(now));
  }

  /** A person's choice stays, whatever would fit. */
  private void chosen(Runnable mark) {
    if (!fitting) {
      mark.run();
      free.set(false);
      changed();
    }
  }

  private void changed() {
    if (!fitting && !telling) {
      telling = true;
      try {
        changed.run();
      } finally {
        telling = false;
      }
    }
  }

  /**
   * Told whenever a person asks for something else.
   *
   * @param action run at once
   */
  void onChange(Runnable action) {
    changed = action;
  }

  /** What a person chose. */
  Choices choices() {
    return new Choices(
        extractorChosen ? Optional.of(kind.get()) : Optional.empty(),
        samplesChosen ? OptionalInt.of(samples.get()) : OptionalInt.empty(),
        metricsChosen ? Optional.of(wanted()) : Optional.empty());
  }

  /** Whether all is free to be what fits. */
  public ReadOnlyBooleanProperty freeProperty() {
    return free.getReadOnlyProperty();
  }

  /** Leaves all to what fits. */
  public void free() {
    extractorChosen = false;
    samplesChosen = false;
    metricsChosen = false;
    free.set(true);
    changed();
  }

  /** Takes what fits, which is no choice of a person. */
  void take(AffordableEvaluation fit) {
    fitting = true;
    try {
      kind.set(fit.extractor());
      samples.set(fit.samples());
      wanted.forEach((metric, property) -> property.set(fit.metrics().contains(metric)));
    } finally {
      fitting = false;
    }
  }

  /** What is asked for now. */
  AffordableEvaluation asked() {
    return new AffordableEvaluation(kind.get(), samples.get(), wanted());
  }

  private Set<Metric> wanted() {
    return wanted.keySet().stream()
        .filter(each -> wantedProperty(each).get())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A folder chosen to compare with is no statistics, and the other way round. */
  private void forgetOther(ReferenceKind now) {
    Path chosen = reference.get();
    if (chosen != null
        && (now == ReferenceKind.FOLDER && !ImageFolder.canOpen(chosen)
            || now == ReferenceKind.STATISTICS && ImageFolder.canOpen(chosen))) {
      reference.set(null);
    }
  }

  /** What turns pictures into features. */
  public ObjectProperty<ExtractorKind> kindProperty() {
    return kind;
  }

  /** What a kind of extractor is set to; a file once it was chosen and trusted. */
  public ObjectProperty<ExtractorSetting> settingProperty(ExtractorKind extractor) {
    ObjectProperty<ExtractorSetting> property = set.get(extractor);
    if (property == null) {
      throw new IllegalArgumentException(extractor.key());
    }
    return property;
  }

  /** Another extractor of a group of metrics; empty where the chosen one is theirs, too. */
  public ObjectProperty<Optional<ExtractorKind>> otherProperty(MetricGroup group) {
    ObjectProperty<Optional<ExtractorKind>> property = others.get(group);
    if (property == null) {
      throw new IllegalArgumentException(group.name());
    }
    return property;
  }

  /** What decides which metrics are possible. */
  public Observable[] extractorProperties() {
    List<Observable> all = new ArrayList<>(others.values());
    all.add(kind);
    all.add(against);
    return all.toArray(Observable[]::new);
  }

  /** The kind of extractor that sees pictures for a metric. */
  public ExtractorKind kindFor(Metric metric) {
    return otherProperty(metric.group()).get().orElse(kind.get());
  }

  /** The kinds that are chosen for any metric, the chief one first. */
  public Set<ExtractorKind> kinds() {
    Set<ExtractorKind> kinds = new LinkedHashSet<>();
    kinds.add(kind.get());
    others.values().forEach(each -> each.get().ifPresent(kinds::add));
    return kinds;
  }

  /** How many pictures to draw. */
  public IntegerProperty samplesProperty() {
    return samples;
  }

  /** Truncation; infinite for none. */
  public DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** Truncation in w, where the generator has a mapping network. */
  public ObjectProperty<WTruncation> inWProperty() {
    return inW;
  }

  /** How many styled layers the run's generator has; 0 without a mapping network. */
  public ReadOnlyIntegerProperty styledLayersProperty() {
    return styledLayers.getReadOnlyProperty();
  }

  /** Another run's generator has another kind of truncation. */
  void measures(GeneratorSettings generator, int size) {
    int layers = generator.architecture().styledLayers(size);
    if (layers == 0) {
      inW.set(WTruncation.NONE);
    } else {
      threshold.set(Double.POSITIVE_INFINITY);
      if (inW.get().cutoff() >= layers) {
        inW.set(new WTruncation(inW.get().psi(), WTruncation.ALL));
      }
    }
    styledLayers.set(layers);
  }

  /** Which share of the samples drawn to measure; empty for all. */
  public ObjectProperty<Optional<KeepBest>> keepProperty() {
    return keep;
  }

  /** Whether the extractors' weights are on this computer; so for those that need none. */
  public ReadOnlyBooleanProperty weightsHereProperty() {
    return weightsHere.getReadOnlyProperty();
  }

  /** Looks again whether the extractors' weights are here. */
  public void lookForWeights() {
    weightsHere.set(absentWeights().isEmpty());
  }

  /** The first weights that a chosen extractor needs and that are not here. */
  public Optional<KnownWeights> absentWeights() {
    return kinds().stream()
        .flatMap(each -> each.weights().stream())
        .filter(each -> weights.find(each).isEmpty())
        .findFirst();
  }

  /** Whether weights are here. */
  public boolean has(KnownWeights known) {
    return weights.find(known).isPresent();
  }

  /** Whether a metric is asked for. */
  public BooleanProperty wantedProperty(Metric metric) {
    BooleanProperty property = wanted.get(metric);
    if (property == null) {
      throw new IllegalArgumentException(metric.name());
    }
    return property;
  }

  /** Asks for every metric, or for the usual ones. */
  public void wantAll(boolean all) {
    wanted.forEach((metric, property) -> property.set(all || Metrics.USUAL.contains(metric)));
  }

  /** What samples are compared with. */
  public ObjectProperty<ReferenceKind> againstProperty() {
    return against;
  }

  /** The folder or file to compare with, once it was chosen. */
  public ObjectProperty<@Nullable Path> referenceProperty() {
    return reference;
  }

  /** Which part of the run's data set curves are drawn against. */
  public ObjectProperty<Split> curvesAgainstProperty() {
    return curvesAgainst;
  }

  /**
   * What to compare with.
   *
   * @throws StudioException if it was not chosen yet
   */
  RealChoice real() {
    Path chosen = reference.get();
    return switch (against.get()) {
      case TRAIN -> RealChoice.TRAIN;
      case HELD_OUT -> new RealChoice.Own(Split.TEST);
      case FOLDER -> {
        if (chosen == null || !ImageFolder.canOpen(chosen)) {
          throw new StudioException(Messages.text("evaluate.against.missing.folder"));
        }
        yield new RealChoice.Other(new Comparison.RealFolder(chosen));
      }
      case STATISTICS -> {
        if (chosen == null || ImageFolder.canOpen(chosen)) {
          throw new StudioException(Messages.text("evaluate.against.missing.statistics"));
        }
        yield new RealChoice.Other(new Comparison.RealStatistics(chosen));
      }
    };
  }

  /** Whether a metric can be measured as the form stands. */
  public boolean possible(Metric metric) {
    return against.get().allows(metric, kindFor(metric));
  }

  /** What the form asks for, as far as it is possible: a request for each extractor. */
  public List<EvaluationRequest> request() {
    return requests().all(asked());
  }

  /** What the form asks for, with other metrics. */
  public EvaluationRequest request(Set<Metric> metrics) {
    return requests().of(asked(), metrics);
  }

  /** Makes requests as the form stands now. */
  Requests requests() {
    Map<ExtractorKind, ExtractorSetting> settings = new LinkedHashMap<>();
    set.forEach((each, property) -> settings.put(each, property.get()));
    Map<MetricGroup, ExtractorKind> apart = new EnumMap<>(MetricGroup.class);
    others.forEach((group, other) -> other.get().ifPresent(each -> apart.put(group, each)));
    return new Requests(against.get(), threshold.get(), keep.get(), settings, apart);
  }
}
