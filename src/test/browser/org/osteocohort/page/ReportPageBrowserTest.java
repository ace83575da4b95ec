package org.osteocohort.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** The page in a real browser, in light and dark, on a desk, a phone and on paper. Pictures stay in target/browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageBrowserTest {
    private static final Path PICTURES = Path.of("target/browser");
    private static final int PHONE = 390;
    private static final int DESK = 1280;

    private ChromeDriver browser;
    private String address;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Files.createDirectories(PICTURES);
        Path page = Files.writeString(folder.resolve(ReportPage.FILE_NAME), InventedPage.html());
        address = page.toUri().toString();
        ChromeOptions options = new ChromeOptions()
                .setBinary(property("osteocohort.browser"))
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--user-data-dir=" + folder.resolve("profile"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(property("osteocohort.browser.driver")).toFile())
                .build();
        browser = new ChromeDriver(service, options);
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void open() {
        media("screen", "light");
        width(DESK);
        browser.get(address);
    }

    private void width(int pixels) {
        // A window has a least width, the page on a phone has not.
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private void media(String media, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        media,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private Object run(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    /** And waits until the page was told of it. */
    private void openEverything() {
        browser.executeAsyncScript("const done = arguments[0];"
                + "const closed = Array.from(document.querySelectorAll('details:not([open])'));"
                + "let left = closed.length;"
                + "closed.forEach(details => {"
                + "  details.addEventListener('toggle', () => { left--; if (left === 0) done(); }, {once: true});"
                + "  details.open = true;"
                + "})");
    }

    private void picture(String name) throws Exception {
        Map<String, Object> taken = browser.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) taken.get("data")));
    }

    @Test
    void everyChartIsDrawnAndHiddenNumbersAreHatched() throws Exception {
        openEverything();
        List<WebElement> charts = browser.findElements(By.cssSelector("[data-options]"));
        assertThat(charts).hasSizeGreaterThan(10);
        for (WebElement chart : charts) {
            String name = chart.getAttribute("aria-label");
            assertThat(chart.findElements(By.cssSelector("svg path"))).as(name).hasSizeGreaterThan(3);
            assertThat(chart.findElements(By.cssSelector("svg text"))).as(name).hasSizeGreaterThan(2);
        }
        assertThat(browser.findElements(By.cssSelector("[data-options] svg [fill='url(#hatched)']")))
                .hasSizeGreaterThan(5);
        picture("desk-light");
    }

    /** The second definition's causes are closed, and drawn as wide as the first's when they are opened by keyboard. */
    @Test
    void aClosedDefinitionIsDrawnWhenItIsOpened() {
        List<WebElement> groups = browser.findElements(By.cssSelector("#causes .group"));
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1).findElement(By.tagName("figure")).isDisplayed())
                .isFalse();
        WebElement summary = groups.get(1).findElement(By.tagName("summary"));
        run(
                "window.opened = new Promise(told => arguments[0].addEventListener('toggle', told, {once: true}))",
                groups.get(1));
        run("arguments[0].focus()", summary);
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.executeAsyncScript("window.opened.then(() => arguments[0]())");
        assertThat(groups.get(1).findElement(By.tagName("svg")).getSize().width)
                .isEqualTo(groups.get(0).findElement(By.tagName("svg")).getSize().width);
    }

    /** Girls and boys of one age are two marks beside each other, not one on the other. */
    @Test
    @SuppressWarnings("unchecked")
    void noMarkLiesOnAnother() {
        WebElement chart = browser.findElements(By.cssSelector("#prevalence figure"))
                .get(1)
                .findElement(By.cssSelector("[data-options]"));
        List<Long> places = (List<Long>) run(
                "return Array.from(arguments[0].querySelectorAll('path')).filter(path => "
                        + "/^var\\(--series-/.test(path.getAttribute('fill') || '')"
                        + " && path.getBoundingClientRect().width > 4 && path.getBoundingClientRect().width < 12)"
                        + ".map(path => Math.round(path.getBoundingClientRect().left))",
                chart);
        assertThat(places).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsAskedOfTheNetworkAndNothingIsWrong() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .as("messages of the console")
                .isEmpty();
        List<String> asked = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                // The browser asks for things of its own before it opens the page.
                .filter(message -> message.contains("\"documentURL\":\"" + address))
                .toList();
        assertThat(asked).isNotEmpty().allMatch(message -> message.contains("\"url\":\"" + address));
    }

    @Test
    void noLabelBecomesMarkup() {
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Invented children <b>&\"'</b>");
        assertThat(browser.findElements(By.cssSelector("h1 *, .facts li *"))).isEmpty();
        assertThat(browser.findElements(By.tagName("script"))).hasSize(2);
    }

    @Test
    void aMarkTellsItsNumberWhenPointedAt() {
        WebElement chart = browser.findElement(By.cssSelector("#prevalence [data-options]"));
        run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", chart);
        int before = chart.findElements(By.cssSelector("svg text")).size();
        WebElement mark = (WebElement) run(
                "return Array.from(arguments[0].querySelectorAll('path')).filter(path => "
                        + "path.getAttribute('fill') === 'var(--series-1)' && path.getBBox().width < 12)[0]",
                chart);
        new Actions(browser).moveToElement(mark).pause(Duration.ofMillis(300)).perform();
        List<String> said = chart.findElements(By.cssSelector("svg text")).stream()
                .map(WebElement::getText)
                .toList();
        assertThat(said).hasSizeGreaterThan(before);
        assertThat(String.join(" ", said)).contains("95 % CI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aPhoneNeedsNoScrollingToTheSide(String scheme) throws Exception {
        width(PHONE);
        media("screen", scheme);
        browser.get(address);
        assertThat((Long) run("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        assertThat((Long) run("return Math.max(...Array.from(document.querySelectorAll('[data-options] svg'), "
                        + "svg => Math.ceil(svg.getBoundingClientRect().right)))"))
                .isLessThanOrEqualTo(PHONE);
        picture("phone-" + scheme);
    }

    /** Every text against what is behind it, by the formula of WCAG 2: 4.5, or 3 when it is large. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    @SuppressWarnings("unchecked")
    void everyTextCanBeRead(String scheme) throws Exception {
        media("screen", scheme);
        browser.get(address);
        openEverything();
        String contrast = Files.readString(Path.of("src/test/browser/contrast.js"));
        assertThat((List<String>) run(contrast)).isEmpty();
        picture("desk-open-" + scheme);
    }

    @Test
    void theColoursOfDarkAreOthers() {
        String light = (String) run("return getComputedStyle(document.body).backgroundColor");
        media("screen", "dark");
        assertThat((String) run("return getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light);
    }

    @Test
    @SuppressWarnings("unchecked")
    void headingsAreInOrderTablesHaveHeadingsAndEverythingIsNamed() {
        assertThat((String) run("return document.documentElement.lang")).isEqualTo("en");
        List<Long> levels = (List<Long>)
                run("return Array.from(document.querySelectorAll('h1,h2,h3,h4'), head => Number(head.tagName[1]))");
        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int place = 1; place < levels.size(); place++) {
            assertThat(levels.get(place)).isLessThanOrEqualTo(levels.get(place - 1) + 1);
        }
        assertThat((Long) run("return Array.from(document.querySelectorAll('table')).filter(table => "
                        + "!table.caption || !table.querySelector('thead th[scope=col]')"
                        + " || !table.querySelector('tbody th[scope=row]')).length"))
                .isZero();
        assertThat((Long) run("return Array.from(document.querySelectorAll('[role=img],[role=region],nav'))"
                        + ".filter(part => !part.getAttribute('aria-label')).length"))
                .isZero();
        assertThat((Long) run("return Array.from(document.querySelectorAll('nav a')).filter(link => "
                        + "!document.getElementById(link.hash.slice(1))).length"))
                .isZero();
        assertThat((Long) run("const ids = Array.from(document.querySelectorAll('[id]'), part => part.id);"
                        + "return ids.length - new Set(ids).size"))
                .isZero();
    }

    @Test
    void everyTableOpensByKeyboard() {
        WebElement summary = browser.findElement(By.cssSelector("#prevalence summary"));
        run("arguments[0].focus()", summary);
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.cssSelector("#prevalence details")).getAttribute("open"))
                .isNotNull();
    }

    @Test
    void paperShowsEveryTableInLightColours() throws Exception {
        String pdf = browser.print(new PrintOptions()).getContent();
        Files.write(PICTURES.resolve("paper.pdf"), Base64.getDecoder().decode(pdf));
        media("print", "dark");
        run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.findElements(By.cssSelector("details:not([open])"))).isEmpty();
        assertThat((String) run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.findElement(By.tagName("nav")).isDisplayed()).isFalse();
        assertThat((String) run("return getComputedStyle(document.querySelector('td.hidden')).backgroundImage"))
                .as("a picture for each hidden cell makes a file of many megabytes")
                .isEqualTo("none");
        picture("paper");
        run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.findElements(By.cssSelector("details:not([open])"))).isNotEmpty();
    }
}
