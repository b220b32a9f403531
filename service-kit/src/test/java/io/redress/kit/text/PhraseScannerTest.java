package io.redress.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phrases are found however they are spelled, and their near misses pass. */
class PhraseScannerTest {

    private static final PhraseScanner SCANNER = PhraseScanner.of(List.of(
            new Phrase("graph-risk-score", "关系图谱风险分"),
            new Phrase("device-cluster", "设备聚类"),
            new Phrase("chat-redirect-lexicon", "引流词库"),
            new Phrase("mystery-purchase list B", "神秘抽检名单B"),
            new Phrase("threshold 0.87", "阈值0.87")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph risk score",
                "graph-risk-score",
                "Ｇｒａｐｈ－Ｒｉｓｋ－Ｓｃｏｒｅ",
                "graph\u200b-risk-score",
                "关 系 图 谱 风 险 分",
                "引流词库",
                "引　流　词　库",
                "引-流-词-库",
                "The GRAPH_RISK_SCORE was high.",
                "graphRiskScore",
                "GraPh.rIsK.sCoRe",
                "gr\u00adaph risk sc\u00adore",
                "g\u0301raph ri\u0308sk sco\u0323re",
                "g r a p h   r i s k   s c o r e",
                "graph\nrisk\r\n\tscore",
                "graph\ufeff\u2060 risk\u202e score",
                "𝐠𝐫𝐚𝐩𝐡 𝓻𝓲𝓼𝓴 𝕤𝕔𝕠𝕣𝕖",
                "ⓖⓡⓐⓟⓗ ⓡⓘⓢⓚ ⓢⓒⓞⓡⓔ",
                "graph/risk/score, graph|risk|score",
                "per his graph-risk-scores",
                "graph risk scored",
                "two device clusters",
                "设备\u200d聚\u3000类显示",
                "系统按关系图谱风险分析",
                "list: mystery purchase list B.",
                "神秘抽检名单 Ｂ",
                "神秘抽检名单B中的店铺",
                "threshold 0.87",
                "threshold: 0.87!",
                "threshold=0.870",
                "threshold 0,87",
                "Threshold ０．８７",
                "above threshold 0.87. 12 orders",
                "阈值 0 . 87",
                "超过阈值0.87的店铺",
                "阈值０．８７，",
            })
    void is_found(String text) {
        assertThat(SCANNER.find(text)).as(text).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph of risk",
                "scored graphically",
                "risk assessment",
                "关系图",
                "引流至站外",
                "a photograph, risk score unknown",
                "paragraph risk score",
                "graph-risk-scoreboard",
                "mystery purchase list before noon",
                "mystery purchase list C",
                "神秘抽检名单",
                "threshold 0.875",
                "threshold 10.87",
                "threshold 0.8",
                "threshold 0.8 and 7 orders",
                "threshold 0.87.1",
                "阈值0.875",
                "阈值10.87",
                "阈值0.8",
                "device clusterfication",
                "设备类聚",
                "库词流引",
                "",
                "\u200b",
            })
    void passes(String text) {
        assertThat(SCANNER.find(text)).as(text).isEmpty();
    }

    @Test
    void the_phrase_is_named_as_it_was_given() {
        assertThat(SCANNER.find("a Graph Risk Score of 3")).contains("graph-risk-score");
        assertThat(SCANNER.find("设备 聚类")).contains("设备聚类");
    }

    @Test
    void without_phrases_nothing_is_found() {
        assertThat(PhraseScanner.of(List.of()).find("graph risk score")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a", "\u200b\u200b", "。"})
    void a_phrase_that_would_be_found_everywhere_is_refused(String phrase) {
        assertThatThrownBy(() -> PhraseScanner.of(List.of(new Phrase(phrase, "引流词库"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Stated limits: they would need a dictionary of look-alikes, or the meaning of the words. */
    @ParameterizedTest
    @ValueSource(strings = {"gr\u0430ph risk score", "graph &#45; r&#105;sk score", "a score of risk in the graph"})
    void look_alikes_of_other_scripts_encodings_and_paraphrases_are_other_texts(String text) {
        assertThat(SCANNER.find(text)).isEmpty();
    }
}
