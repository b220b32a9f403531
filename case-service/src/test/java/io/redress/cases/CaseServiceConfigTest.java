package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.cases.files.EvidenceConfig;
import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseServiceConfigTest {

    private static final Map<String, String> COMPLETE = Map.ofEntries(
            Map.entry("REDRESS_PG_URL", "postgresql://localhost:15432/redress"),
            Map.entry("REDRESS_PG_USER", "cases_app"),
            Map.entry("REDRESS_PG_PASSWORD", "secret"),
            Map.entry("REDRESS_PG_OWNER_USER", "cases_owner"),
            Map.entry("REDRESS_PG_OWNER_PASSWORD", "secret"),
            Map.entry("REDRESS_KAFKA_BOOTSTRAP", "localhost:19092"),
            Map.entry("REDRESS_KAFKA_USER", "case-service"),
            Map.entry("REDRESS_KAFKA_PASSWORD", "secret"),
            Map.entry("REDRESS_ISSUER", "http://localhost:8090"),
            Map.entry("REDRESS_JWKS_URL", "http://localhost:8090/.well-known/jwks.json"),
            Map.entry("REDRESS_TOKEN_URL", "http://localhost:8090/token"),
            Map.entry("REDRESS_CLIENT_ID", "case-service"),
            Map.entry("REDRESS_CLIENT_SECRET", "secret"),
            Map.entry("REDRESS_PENALTIES_URL", "http://localhost:8082"),
            Map.entry("REDRESS_REFUNDS_URL", "http://localhost:8083"));

    @Test
    void whatIsLeftOutHasItsDefault() {
        CaseServiceConfig config = CaseServiceConfig.from(new Env(COMPLETE));

        assertThat(config.service().http().port()).isEqualTo(8081);
        assertThat(config.effectsWithin()).isEqualTo(Duration.ofDays(3));
        assertThat(config.reportedWithin()).isEqualTo(Duration.ofDays(3));
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        Map<String, String> broken = new HashMap<>(COMPLETE);
        broken.remove("REDRESS_PENALTIES_URL");
        broken.remove("REDRESS_REFUNDS_URL");
        broken.put("REDRESS_CASES_EFFECTS_WITHIN", "three days");

        ConfigProblems problems = problems(broken);

        assertThat(problems.problems()).hasSize(3);
    }

    @Test
    void aZoneThatIsNoneIsAProblem() {
        Map<String, String> broken = new HashMap<>(COMPLETE);
        broken.put("REDRESS_ZONE", "Shanghai");

        assertThat(problems(broken)).hasMessageContaining("REDRESS_ZONE");
    }

    @Test
    void evidence_is_in_a_directory_unless_a_bucket_is_named_whole() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        EvidenceConfig evidence = CaseServiceConfig.from(new Env(environment)).evidence();
        assertThat(evidence.s3()).isEmpty();
        assertThat(evidence.clamd()).isEmpty();
        assertThat(evidence.policy().mostBytes()).isEqualTo(26_214_400);
        assertThat(evidence.policy().retention()).isEqualTo(Duration.ofDays(1_095));

        environment.put("REDRESS_EVIDENCE_S3_URL", "https://s3.example.com");
        assertThat(problems(environment).problems()).hasSize(3);

        environment.put("REDRESS_EVIDENCE_S3_BUCKET", "evidence");
        environment.put("REDRESS_EVIDENCE_S3_ACCESS_KEY", "key");
        environment.put("REDRESS_EVIDENCE_S3_SECRET_KEY", "secret");
        assertThat(CaseServiceConfig.from(new Env(environment)).evidence().s3()).isPresent();
    }

    @Test
    void a_scanner_is_named_by_its_socket() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("REDRESS_CLAMD", "unix:/run/clamav/clamd.ctl");
        assertThat(CaseServiceConfig.from(new Env(environment)).evidence().clamd())
                .contains(URI.create("unix:/run/clamav/clamd.ctl"));

        environment.put("REDRESS_CLAMD", "localhost");
        assertThat(problems(environment)).hasMessageContaining("REDRESS_CLAMD");
    }

    private static ConfigProblems problems(Map<String, String> environment) {
        return catchThrowableOfType(ConfigProblems.class, () -> CaseServiceConfig.from(new Env(environment)));
    }
}
