package io.redress.gateway.limits;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Who a caller without a token is: the peer's address or, behind proxies that are trusted, the one that the outermost
 * of them has seen. What a caller writes into the header himself stands to the left of that and is never believed. Of
 * an IPv6 address only the network counts, since one host can use all of it.
 */
final class ClientAddress {

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;
    private static final byte[] MAPPED_IPV4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final int trustedHops;

    ClientAddress(int trustedHops) {
        this.trustedHops = trustedHops;
    }

    String of(HttpServerRequest request) {
        return of(
                request.connection().remoteAddress().hostAddress(),
                request.headers().getAll("x-forwarded-for"));
    }

    String of(String peer, List<String> forwardedFor) {
        return key(trustedHops == 0 ? peer : forwarded(forwardedFor, peer));
    }

    private String forwarded(List<String> headers, String peer) {
        List<String> hops = new ArrayList<>();
        headers.forEach(header ->
                Arrays.stream(header.split(",", -1)).map(String::strip).forEach(hops::add));
        return hops.size() < trustedHops ? peer : hops.get(hops.size() - trustedHops);
    }

    private static String key(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        return HexFormat.of().formatHex(bytes.length == IPV4_BYTES ? bytes : counted(bytes));
    }

    private static byte[] counted(byte[] ipv6) {
        int ipv4 = ipv6.length - IPV4_BYTES;
        byte[] prefix = Arrays.copyOf(ipv6, ipv4);
        return Arrays.equals(prefix, MAPPED_IPV4)
                ? Arrays.copyOfRange(ipv6, ipv4, ipv6.length)
                : Arrays.copyOf(ipv6, IPV6_NETWORK_BYTES);
    }
}
