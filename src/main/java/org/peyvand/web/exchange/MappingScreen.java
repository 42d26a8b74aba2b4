package org.peyvand.web.exchange;

import java.util.List;
import org.peyvand.web.Choice;
import org.peyvand.web.Problem;

/**
 * What the page shows that says where columns go.
 *
 * @param href the address of the file being imported
 * @param fields where columns can go
 * @param matchable fields that can tell whether a record is there already
 * @param encoding what the file was found to be written in, empty for a workbook; so is the delimiter, by its name
 * @param sheets of a workbook
 * @param rows how many the file has, formatted
 * @param wouldFail rows known to fail, formatted
 * @param live whether the file is small enough to be read again after each change
 */
public record MappingScreen(
        String type,
        String title,
        String href,
        String fileName,
        ImportForm form,
        List<Column> columns,
        List<Choice> fields,
        List<Choice> matchable,
        List<Choice> targets,
        List<SampleRow> sample,
        List<Trouble> troubles,
        List<Problem> problems,
        String encoding,
        String delimiter,
        List<Choice> sheets,
        String rows,
        String wouldFail,
        boolean fails,
        boolean live) {}
