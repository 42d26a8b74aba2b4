package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Digits;
import org.peyvand.locale.NationalIds;
import org.peyvand.locale.PersianText;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;

/**
 * Reads the signature of a message, the words of a business card or a line of a spreadsheet, by rules: first what has a shape
 * of its own (addresses on the net, numbers with a check digit, telephone numbers), then what a label announces, then what
 * words give away; of what is left over, the first line that could be a name is one.
 */
final class Signature {

    private static final int MOST_PARTS = 60;
    private static final int LONGEST = 5_000;
    private static final Pattern EMAIL = Pattern.compile("[\\w.+\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern SITE = Pattern.compile(
            "(?:https?://|www\\.)[^\\s,،;]+|\\b[a-z0-9\\-]+(?:\\.[a-z0-9\\-]+)*\\.(?:ir|com|org|net|co|io|info|biz)(?:/[^\\s,،;]*)?(?![\\w@])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL = Pattern.compile("^\\s*([\\p{L}\\p{M}\\s\\u200c.\\-]{1,24}?)\\s*[:：]\\s*(.*)$");
    private static final String ATTACHED = "(?i:ext(?:ension|n)?\\.?|x)\\s*:?\\s*\\d{1,6}(?![A-Za-z0-9])";
    /** A number, and perhaps its extension; digits inside a Latin word, as of a model or an account, are none. */
    private static final Pattern NUMBER =
            Pattern.compile("((?:[+(]|(?<![A-Za-z0-9]))\\d[\\d\\s\\-().]{5,20}\\d)(?:(?![A-Za-z0-9])|(?=" + ATTACHED
                    + "))" + "(?:\\s*(?:\\p{L}{2,9}\\.?|[xX#])\\s*:?\\s*\\d{1,6}(?!\\d))?");

    private static final Pattern POSTAL = Pattern.compile("\\d{5}[\\s\\-]?\\d{5}");
    private static final Pattern PARTS = Pattern.compile("[\\n\\r\\t|•·]+|\\s[\\-–—]\\s");

    private final PhoneNumbers numbers;
    private final Map<String, String> phones = new LinkedHashMap<>();
    private final List<ContactPoint> emails = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final List<String> address = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String jobTitle;
    private @Nullable String company;
    private @Nullable String website;
    private @Nullable String postalCode;
    private @Nullable String nationalId;

    private Signature(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    static Card read(String text, PhoneNumbers numbers) {
        Signature signature = new Signature(numbers);
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        PARTS.splitAsStream(some)
                .map(PersianText::clean)
                .filter(part -> !part.isBlank())
                .limit(MOST_PARTS)
                .forEach(signature::part);
        signature.sortOut();
        return signature.card();
    }

    private void part(String part) {
        Matcher labelled = LABEL.matcher(part);
        Optional<String> label = labelled.matches() ? CardWords.label(labelled.group(1)) : Optional.empty();
        String words = netAddresses(label.isPresent() ? labelled.group(2) : part);
        if (label.isPresent()) {
            announced(label.get(), words.strip());
        } else {
            unannounced(words.strip());
        }
    }

    /** Takes e-mail and web addresses out of a line; what is left of it. */
    private String netAddresses(String line) {
        String without = line;
        for (Matcher email = EMAIL.matcher(line); email.find(); ) {
            emails.add(new ContactPoint(email.group(), "work", emails.isEmpty(), false, false));
            without = without.replace(email.group(), " ");
        }
        Matcher site = SITE.matcher(without);
        if (site.find()) {
            website = website == null ? site.group() : website;
            without = without.replace(site.group(), " ");
        }
        return without.equals(line) ? line : without.replaceAll("^[\\s,،;/]+|[\\s,،;/]+$", "");
    }

    private void announced(String label, String words) {
        if (words.isEmpty()) {
            return;
        }
        switch (label) {
            case "mobile", "phone", "home", "fax" -> numbers(label.equals("phone") ? "work" : label, words);
            case "address" -> address.add(postal(words));
            case "postal" -> postal(words);
            case "nationalCode" -> identifier(words);
            case "name" -> name = words;
            case "company" -> company = words;
            case "jobTitle" -> jobTitle = words;
            default -> unannounced(words);
        }
    }

    private void unannounced(String words) {
        if (words.isEmpty() || CardWords.is("greeting", words)) {
            return;
        }
        String digits = Digits.latin(words);
        if (digits.matches("\\d{10,11}") && !digits.startsWith("09") && identifier(digits)) {
            return;
        }
        if (CardWords.holds("isAddress", words)) {
            address.add(postal(words));
            return;
        }
        String left = numbers(kind(words), words);
        if (left.chars().anyMatch(Character::isLetter)) {
            rest.add(left);
        }
    }

    /** Of a line such as {@code موبایل ۰۹۱۲…} without a colon. */
    private static String kind(String words) {
        return Stream.of("fax", "mobile", "home")
                .filter(each -> CardWords.holds(each, words))
                .findFirst()
                .orElse("work");
    }

    /** Takes telephone numbers out of a line; what is left of it without the word that announced them. */
    private String numbers(String kind, String words) {
        String latin = Digits.latin(words);
        String left = latin;
        boolean found = false;
        for (Matcher number = NUMBER.matcher(latin); number.find(); ) {
            // what follows a number may be its extension or something else
            boolean whole = numbers.parse(number.group()).isPresent();
            String dialled = whole ? number.group() : number.group(1);
            var read = numbers.parse(dialled);
            if (read.isPresent()) {
                found = true;
                String mobile = read.get().mobile() ? ContactPoint.MOBILE : kind.equals("mobile") ? "work" : kind;
                phones.putIfAbsent(read.get().e164(), kind.equals("fax") ? kind : mobile);
                left = left.replace(dialled, " ");
            }
        }
        if (!found) {
            return words;
        }
        String bare = left.replaceAll("[\\s:/,،;()+\\-]+", " ").strip();
        return CardWords.label(bare).isPresent() ? "" : bare;
    }

    /** Takes a postal code out of a line; what is left of it. */
    private String postal(String words) {
        Matcher code = POSTAL.matcher(Digits.latin(words));
        if (!code.find() || !NationalIds.isPostalCode(code.group())) {
            return words;
        }
        postalCode = NationalIds.bare(code.group());
        String left = words.substring(0, code.start()) + " " + words.substring(code.end());
        String bare = left.replaceAll("\\s+", " ").replaceAll("[\\s:,،;\\-]+$", "");
        return CardWords.withoutLast("postal", bare)
                .replaceAll("[\\s:,،;\\-]+$", "")
                .strip();
    }

    private boolean identifier(String words) {
        String bare = NationalIds.bare(words);
        if (!NationalIds.isNationalCode(bare) && !NationalIds.isLegalNationalId(bare)) {
            return false;
        }
        nationalId = bare;
        return true;
    }

    /** Gives the lines that nothing announced to what they look like. */
    private void sortOut() {
        for (String line : rest) {
            if (jobTitle == null && CardWords.holds("isJobTitle", line) && !CardWords.holds("isPerson", line)) {
                String firm = inOneLine(line);
                jobTitle = firm == null
                        ? line
                        : line.substring(0, line.length() - firm.length()).replaceAll("[\\s,،]+$", "");
                company = company == null ? firm : company;
            } else if (company == null && CardWords.holds("isCompany", line)) {
                company = line;
            } else if (name == null && couldBeAName(line)) {
                name = line;
            } else if (company == null && name != null && couldBeAName(line)) {
                company = line;
            }
        }
    }

    /** «مدیر فروش شرکت پارس»: the firm behind a job title, or null. */
    private static @Nullable String inOneLine(String line) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length - 1; i++) {
            if (CardWords.is("isCompany", words[i].replaceAll("[,،]", ""))) {
                return String.join(" ", List.of(words).subList(i, words.length));
            }
        }
        return null;
    }

    private static boolean couldBeAName(String line) {
        int words = line.split("\\s+").length;
        return words >= 2
                && words <= 6
                && line.length() <= 60
                && line.codePoints().noneMatch(Character::isDigit)
                && line.codePoints().anyMatch(Character::isLetter);
    }

    private Card card() {
        List<ContactPoint> numbersOfCard = new ArrayList<>();
        phones.forEach((number, kind) ->
                numbersOfCard.add(new ContactPoint(number, kind, numbersOfCard.isEmpty(), false, false)));
        return new Card(name, jobTitle, company, numbersOfCard, List.copyOf(emails), website, place(), nationalId);
    }

    private @Nullable Address place() {
        String street = String.join("، ", address).replaceAll("^[\\s,،]+", "");
        if (street.isEmpty() && postalCode == null) {
            return null;
        }
        String[] parts = street.split("\\s*[,،\\-–]\\s*", 2);
        boolean begins = parts.length == 2 && CardWords.is("city", parts[0]);
        return new Address(
                "main",
                null,
                null,
                begins ? parts[0] : null,
                null,
                begins ? parts[1] : street.isEmpty() ? null : street,
                null,
                null,
                postalCode);
    }
}
