/** Films of walks and trainings: what is asked for, seen before, and saved. */
@org.jspecify.annotations.NullMarked
package studio.saddlepoint.app.film;
