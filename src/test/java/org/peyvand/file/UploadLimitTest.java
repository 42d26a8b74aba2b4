package org.peyvand.file;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import org.springframework.util.unit.DataSize;

class UploadLimitTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @Test
    void serverTakesWhatIsKeptAndThePageOfImportsSaysHowMuch() {
        long limit = PROGRAM.bean(Files.class).limit();

        assertThat(limit).isEqualTo(DataSize.ofGigabytes(2).toBytes());
        assertThat(PROGRAM.bean(MultipartConfigElement.class).getMaxFileSize()).isEqualTo(limit);
        assertThat(Visitor.signedIn(PROGRAM).get("/imports/new").body()).contains("up to 2 GB");
    }

    @Test
    void aSmallerLimitHoldsForTheServerToo() {
        MultipartConfigElement small = new UploadLimit().multipartConfigElement(DataSize.ofKilobytes(8));

        assertThat(small.getMaxFileSize()).isEqualTo(8 * 1_024);
        assertThat(small.getMaxRequestSize()).isGreaterThan(8 * 1_024);
    }
}
