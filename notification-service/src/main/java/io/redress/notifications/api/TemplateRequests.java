package io.redress.notifications.api;

import io.redress.notifications.domain.template.TemplateText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What those send who write templates. Members that the contract lets out are null. */
final class TemplateRequests {
    private TemplateRequests() {}

    record Draft(String type, String addressee, TemplateText zh, TemplateText en) {}

    record Change(TemplateText zh, TemplateText en) {}

    record Value(String name, String value) {}

    record Preview(List<Value> values) {

        /** By name; of a name that comes twice the last value. */
        Map<String, String> byName() {
            Map<String, String> byName = new LinkedHashMap<>();
            values.forEach(value -> byName.put(value.name(), value.value()));
            return byName;
        }
    }
}
