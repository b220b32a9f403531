package io.redress.penalties;

import io.redress.kit.boot.ServiceKit;
import io.redress.kit.http.Operations;
import io.redress.penalties.api.DraftApi;
import io.redress.penalties.api.ImpactApi;
import io.redress.penalties.api.ObjectionApi;
import io.redress.penalties.api.RulebookApi;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.api.ShadowApi;
import io.redress.penalties.app.Parties;
import io.redress.penalties.app.PartyEventPayloads;
import io.redress.penalties.app.RegisterRulebook;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.app.rulebook.DraftJournal;
import io.redress.penalties.app.rulebook.DraftRulebook;
import io.redress.penalties.app.rulebook.ObjectToDraft;
import io.redress.penalties.app.rulebook.PreviewImpact;
import io.redress.penalties.app.rulebook.PutInShadow;
import io.redress.penalties.app.rulebook.ShadowHits;
import io.redress.penalties.app.rulebook.TakeShadowHits;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.messaging.DraftEvents;
import io.redress.penalties.store.PgBookedViolations;
import io.redress.penalties.store.PgObjections;
import io.redress.penalties.store.PgRulebookDrafts;
import io.redress.penalties.store.PgShadowClauses;

/** The part of the composition root that is about the rules themselves. */
record RulebookLife(
        RulebookApi rulebooks,
        DraftApi drafts,
        ObjectionApi objections,
        ImpactApi impact,
        ShadowApi shadow,
        TakeShadowHits shadowHits) {

    static RulebookLife of(
            ServiceKit kit,
            RulebookStore rulebooks,
            Parties parties,
            PartyEventPayloads events,
            PlatformTexts texts,
            ShadowHits hits,
            IdSource ids) {
        RegisterRulebook register = new RegisterRulebook(rulebooks, events, kit.recorder(), RulebookDocument::text);
        PgRulebookDrafts drafts = new PgRulebookDrafts(RulebookDocument::read, RulebookDocument::text);
        PgObjections objections = new PgObjections();
        PgShadowClauses shadows = new PgShadowClauses();
        DraftJournal journal = new DraftJournal(new DraftEvents(), kit.recorder());
        DraftRulebook draft = new DraftRulebook(drafts, objections, rulebooks, register, journal, ids);
        ObjectToDraft object = new ObjectToDraft(drafts, objections, parties, journal, ids);
        return new RulebookLife(
                new RulebookApi(register, rulebooks, texts),
                new DraftApi(draft, drafts, objections, rulebooks, texts),
                new ObjectionApi(object, drafts, objections, texts),
                new ImpactApi(new PreviewImpact(drafts, rulebooks, new PgBookedViolations())),
                new ShadowApi(new PutInShadow(drafts, shadows, journal, ids), drafts, shadows, hits),
                new TakeShadowHits(drafts, shadows, hits, ids));
    }

    void bind(Operations operations) {
        rulebooks.bind(operations);
        drafts.bind(operations);
        objections.bind(operations);
        impact.bind(operations);
        shadow.bind(operations);
    }

    static void audit(ServiceKit kit) {
        kit.audit("rulebook", "'rulebook-' || a.number");
        kit.audit("rulebook_draft", "a.id");
        kit.audit("rulebook_objection", "a.id");
        kit.audit("shadow_clause", "a.id");
    }
}
