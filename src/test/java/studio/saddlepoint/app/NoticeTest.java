package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NoticeTest {
  @Test
  void callsHyperParametersAsTheFormDoes() {
    assertEquals(
        "Fewer than \"Batch size\": choose another for the generator's \"Learning rate\".",
        Notice.problem(
                "Fewer than training.batchSize: choose another for generator.optimizer.learningRate.")
            .text());
    assertEquals(
        "recipe.json of run.old is damaged.",
        Notice.problem("recipe.json of run.old is damaged.").text());
  }
}
