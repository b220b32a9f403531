package io.redress.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.faults.FaultLinks.Link;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HarmSourceTest {

    private static final List<String> SERVICES = List.of("case-service", "gateway");
    private static final List<Link> LINKS =
            List.of(new Link("case-service", "postgres"), new Link("gateway", "case-service"));

    @Test
    void the_same_seed_draws_the_same_harms() {
        assertThat(drawn(11)).isEqualTo(drawn(11)).isNotEqualTo(drawn(12));
    }

    @Test
    void twenty_rounds_meet_every_kind_of_harm_that_processes_and_links_can_be_done() {
        Set<Class<?>> kinds = drawn(11).stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds)
                .contains(
                        Harm.Kill.class,
                        Harm.Outage.class,
                        Harm.Cut.class,
                        Harm.Freeze.class,
                        Harm.Restart.class,
                        Harm.Disconnect.class,
                        Harm.ReadOnly.class,
                        Harm.Lock.class);
        assertThat(drawn(11).stream().filter(Harm.Kill.class::isInstance).map(harm -> ((Harm.Kill) harm).part()))
                .allMatch(part -> SERVICES.contains(part) || part.equals("postgres") || part.equals("kafka"));
    }

    private static List<Harm> drawn(long seed) {
        HarmSource source = new HarmSource(seed, SERVICES, LINKS);
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(round -> source.next(round).stream())
                .toList();
    }
}
