package studio.saddlepoint.run;

import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.StudioException;

/** Reads what is new in an event log. For one thread. */
public final class Follower {
    private final LineFile file;
    private long position;

    Follower(LineFile file) {
        this.file = file;
    }

    /**
     * The events told since the last poll, oldest first, as they were told; damaged lines are
     * skipped. A log that became shorter is another one and is read from its beginning.
     *
     * @throws StudioException if the folder is gone or the file cannot be read
     */
    public List<Event> poll() {
        if (file.size() < position) {
            position = 0;
        }
        LineFile.Part part = file.from(position);
        position = part.end();
        List<Event> events = new ArrayList<>();
        part.lines().forEach(line -> EventJson.event(line).ifPresent(events::add));
        return events;
    }
}
