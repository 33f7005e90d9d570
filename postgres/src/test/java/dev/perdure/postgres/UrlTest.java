package dev.perdure.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class UrlTest {
    private static PGSimpleDataSource source(String url) {
        return (PGSimpleDataSource) PostgresStore.at(url).source;
    }

    @Test
    void timeouts_and_keep_alive_are_set_where_the_url_says_nothing() {
        var source = source("jdbc:postgresql://db/shop?user=shop");
        assertThat(source.getSocketTimeout()).isEqualTo(40);
        assertThat(source.getConnectTimeout()).isEqualTo(10);
        assertThat(source.getLoginTimeout()).isEqualTo(10);
        assertThat(source.getTcpKeepAlive()).isTrue();
    }

    @Test
    void what_the_url_says_goes_first() {
        var source =
                source("jdbc:postgresql://db/shop?socketTimeout=2&connectTimeout=3&loginTimeout=4&tcpKeepAlive=false");
        assertThat(source.getSocketTimeout()).isEqualTo(2);
        assertThat(source.getConnectTimeout()).isEqualTo(3);
        assertThat(source.getLoginTimeout()).isEqualTo(4);
        assertThat(source.getTcpKeepAlive()).isFalse();
    }
}
