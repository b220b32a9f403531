package io.redress.e2e.oracles;

import io.redress.e2e.SuiteAddress;
import io.redress.e2e.workload.Answer;
import io.redress.e2e.workload.AnswerWatch;
import io.redress.quickstart.story.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * I8, in what clients are answered. Looks at every answer as it comes, headers too: no sealed term and no secret is in
 * any of them, and a merchant of the workload is told of no other journey than its own, unless it has named it itself.
 *
 * <p>Limit: of other merchants it knows what bears a journey's name, such as merchants, shops, listings and texts; ids
 * that the suite has given are compared by the oracles of what is kept.
 */
public final class PrivateAnswers implements Oracle, AnswerWatch {

    private static final String ID = "I8";
    private static final int MOST = 1_000;

    private final Secrets secrets;
    private final Pattern made;
    private final List<Violation> found = new ArrayList<>();
    private long ofMerchants;

    /**
     * @param planted what must appear nowhere, by a name to speak of it; the suite's own passwords are added
     * @param runs the names of the runs that the suite has seen, as a regular expression
     */
    public PrivateAnswers(SuiteAddress suite, Map<String, String> planted, String runs) {
        this.secrets = new Secrets(suite, planted);
        this.made = Pattern.compile("[\\w.-]*?((?:" + runs + ")-j\\d+)(?!\\d)[\\w.-]*");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String guarantees() {
        return "No answer tells a sealed term or a secret, or a merchant what is another's.";
    }

    @Override
    public synchronized void saw(Optional<User> caller, String request, Answer answer) {
        String text = answer.headers() + " " + answer.text();
        secrets.in(text).forEach(name -> breach(caller, request, answer, name));
        caller.flatMap(User::merchantId).ifPresent(merchant -> {
            ofMerchants++;
            Matcher names = made.matcher(text);
            while (names.find()) {
                boolean own =
                        merchant.equals("m-" + names.group(1)) || names.group().equals(merchant);
                if (!own && !request.contains(names.group())) {
                    breach(caller, request, answer, names.group());
                }
            }
        });
    }

    private void breach(Optional<User> caller, String request, Answer answer, String what) {
        if (found.size() < MOST) {
            found.add(new Violation(
                    ID,
                    request + " by " + caller.map(User::subject).orElse("nobody") + ": the answer " + answer.status()
                            + " tells " + what));
        }
    }

    /** How many answers to merchants were looked at. */
    public synchronized long ofMerchants() {
        return ofMerchants;
    }

    /** The first thousand breaches. */
    @Override
    public synchronized List<Violation> check() {
        return List.copyOf(found);
    }
}
