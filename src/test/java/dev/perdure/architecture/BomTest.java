package dev.perdure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The BOM has no parent, so that nothing but this keeps it in step. */
final class BomTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void bom_lists_every_published_module() throws Exception {
        var published = new ArrayList<String>();
        for (var module : texts(pom("."), "/project/modules/module")) {
            var pom = pom(module);
            if (texts(pom, "/project/packaging").isEmpty()
                    && texts(pom, "/project/properties/maven.deploy.skip").isEmpty()) {
                published.addAll(texts(pom, "/project/artifactId"));
            }
        }

        assertThat(texts(pom("bom"), "//dependency/artifactId")).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void bom_has_the_version_of_the_parent() throws Exception {
        assertThat(texts(pom("bom"), "/project/version")).hasSize(1).isEqualTo(texts(pom("."), "/project/version"));
    }

    private static Document pom(String module) throws Exception {
        var file = ROOT.resolve(module).resolve("pom.xml").toFile();
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file);
    }

    private static List<String> texts(Document pom, String path) throws Exception {
        var nodes = (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }
}
